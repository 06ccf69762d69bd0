-- What BitLocker or LUKS has encrypted is refused unless somebody asked for it.
ALTER TABLE IMAGE ADD COLUMN IS_ENCRYPTED_AS_RAW BOOLEAN DEFAULT FALSE NOT NULL;
