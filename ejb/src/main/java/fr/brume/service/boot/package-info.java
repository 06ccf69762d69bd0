/**
 * The ways in for machines that start, done in the role of the system: {@code BootFacade} by HTTP, {@code BootFileService} by
 * TFTP, {@code BootOfferService} by DHCP. They lead to {@code file} (a first file), {@code plan} (state, plan, script) and
 * {@code ticket} (what the script's second initrd holds), and note in {@code journal} what was answered. May use all packages below; none of those may use this.
 */
package fr.brume.service.boot;
