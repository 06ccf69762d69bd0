package fr.brume.lab.menu;

/** What machines show, as loaders and agent say it in the languages of a site. */
enum Words {
    UNKNOWN("Machine NON enregistree", "Host is NOT registered"),
    KNOWN("Machine enregistree : ", "Host is registered as "),
    PENDING("Machine en attente d'approbation", "Host is pending approval"),
    UNSIGNED("ce programme n'est pas signe, Secure Boot", "this program is not signed, so Secure Boot"),
    LOGIN("Identifiant", "Login"),
    PASSWORD("Mot de passe", "Password"),
    HOST_NAME("Nom de la machine", "Name of the host"),
    NO_IMAGE("1\\. \\(aucune image\\)", "1\\. \\(no image\\)"),
    PRODUCT_KEY("Cl\u00e9 de produit", "Product key"),
    USER("Utilisateur", "Primary user"),
    TAG("\u00c9tiquette ", "Tag "),
    REGISTER("Enregistrer cette machine", "Register this host"),
    REGISTERED("Machine enregistr\u00e9e : ", "Host registered: "),
    KEY_CHANGED("est chang\u00e9e", "is changed"),
    DEPLOY("D\u00e9ployer l'image", "Deploy the image"),
    DEPLOYED("est sur cette machine", "is on this machine"),
    DELETE("Supprimer la machine", "Delete the host"),
    DELETED("n'est plus enregistr\u00e9e", "is not registered any more"),
    APPROVE("Approuver la machine", "Approve host"),
    APPROVED("est approuv\u00e9e", "is approved"),
    SERIAL_NUMBER("Num\u00e9ro de s\u00e9rie", "Serial number"),
    SHELL("Shell of Brume", "Shell of Brume");

    private final String french;
    private final String english;

    Words(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** {@return a regular expression for what is said in a site's language, {@code fr} or {@code en}} */
    String in(String language) {
        return language.equals("fr") ? french : english;
    }
}
