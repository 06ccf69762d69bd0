package fr.brume.service.account;

/** An account was changed or deleted; what is known of its roles is out of date when the transaction ends. */
public record AccountChanged(String login) {}
