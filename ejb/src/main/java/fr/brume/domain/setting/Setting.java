package fr.brume.domain.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The value that a site chose for a setting. */
@Entity
@Table(name = "SETTING")
public class Setting {
    @Id
    @Column(name = "NAME")
    private String name;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "CHOICE")
    private String value;

    protected Setting() {}

    public Setting(SettingKey key, String value) {
        name = key.text();
        choose(value);
    }

    public final void choose(String newValue) {
        value = newValue;
    }

    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }
}
