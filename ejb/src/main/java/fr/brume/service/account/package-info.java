/** Use cases of accounts: who somebody is, passwords, roles, languages. May use domain.account and audit; knows no web. */
package fr.brume.service.account;
