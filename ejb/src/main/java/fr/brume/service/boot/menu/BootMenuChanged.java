package fr.brume.service.boot.menu;

/** The boot menu is another one once the transaction that fires this has ended well. */
public record BootMenuChanged() {}
