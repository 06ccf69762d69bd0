/**
 * What proves that a machine was started by Brume: one-time tickets and the sessions they are exchanged for. Only digests of
 * secrets are kept. Refers to hosts and tasks by number; knows no other feature.
 */
package fr.brume.domain.boot;
