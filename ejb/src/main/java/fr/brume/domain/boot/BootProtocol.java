package fr.brume.domain.boot;

/** By which protocol a machine that starts asked. */
public enum BootProtocol {
    DHCP,
    TFTP,
    HTTP
}
