-- Whether the Windows of a version may be put on other machines. Versions of before did not say.
ALTER TABLE IMAGE_VERSION ADD COLUMN GENERALISATION VARCHAR(20) DEFAULT 'NO_WINDOWS' NOT NULL;
