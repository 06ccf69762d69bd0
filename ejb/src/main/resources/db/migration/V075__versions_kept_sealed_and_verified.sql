-- How many versions an image keeps; NULL for what the site has chosen.
ALTER TABLE IMAGE ADD COLUMN KEEP_VERSIONS INT;

-- What people say of a version, and what is known of its files. SEAL is the SHA-256 of its list of digests, '' for a version
-- stored before versions were signed; DAMAGE is '' for a version that was found sound, or never looked at.
ALTER TABLE IMAGE_VERSION ADD COLUMN LABEL VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE IMAGE_VERSION ADD COLUMN IS_PROTECTED BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE IMAGE_VERSION ADD COLUMN SEAL VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE IMAGE_VERSION ADD COLUMN VERIFIED_AT BIGINT;
ALTER TABLE IMAGE_VERSION ADD COLUMN DAMAGE VARCHAR(255) DEFAULT '' NOT NULL;
