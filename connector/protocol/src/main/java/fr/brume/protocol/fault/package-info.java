/** Every way in which a task, a transfer or a boot can fail, with its wire code and its text in the bundles. Uses java only. */
package fr.brume.protocol.fault;
