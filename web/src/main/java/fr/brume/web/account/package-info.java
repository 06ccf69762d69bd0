/** Login, logout and the user's own account. May use the account service; must not decide who may do what. */
package fr.brume.web.account;
