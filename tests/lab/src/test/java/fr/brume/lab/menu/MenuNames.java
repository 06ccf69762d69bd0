package fr.brume.lab.menu;

/**
 * How things are called while the entries of a menu are tried.
 *
 * @param registered name of the machine in the portal until it is deleted
 * @param typed name that is typed when it registers again
 */
record MenuNames(String registered, String typed) {
    /** Name of the entry that the administrator wrote. */
    static final String OWN_ITEM = "site.essai";
    /** What that entry prints. */
    static final String OWN_TEXT = "ENTREE-DU-SITE-CHOISIE";
    /** The image that is deployed from the menu. */
    static final String IMAGE = "Petite image";
}
