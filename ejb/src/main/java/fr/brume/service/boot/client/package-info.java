/**
 * Which machine asks from an address: by what it told DHCP servers, by what the kernel resolved, by how it asks. In memory only.
 * May use boot and domain.
 */
package fr.brume.service.boot.client;
