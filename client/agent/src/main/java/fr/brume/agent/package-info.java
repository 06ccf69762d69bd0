/**
 * The program that runs on the machine being imaged: it redeems the ticket of its boot, then registers, shows, captures or
 * deploys. Only this package knows how the parts are put together.
 */
package fr.brume.agent;
