package fr.brume.service.setting;

import fr.brume.domain.setting.SettingKey;

/** A setting has another value once the transaction that fires this has ended well. */
public record SettingChanged(SettingKey key) {}
