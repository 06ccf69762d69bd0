package fr.brume.domain.setting;

/** Under which heading a setting is shown. */
public enum SettingCategory {
    GENERAL,
    BOOT,
    REGISTRATION,
    CLIENT,
    IMAGE,
    TASK;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "settingCategory." + name();
    }
}
