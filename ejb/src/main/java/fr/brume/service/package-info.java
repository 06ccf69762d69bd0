/**
 * The use cases: what a person, a machine or a timer may ask of Brume, each with the roles that may ask it. Packages are cut
 * as in the domain. May use domain, store and boot; must not know Faces, REST or timers.
 */
package fr.brume.service;
