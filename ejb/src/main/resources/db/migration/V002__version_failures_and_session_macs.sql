-- Why a version failed is said in the same words as for its task, which may be gone.
ALTER TABLE IMAGE_VERSION ADD COLUMN FAILURE_ARGUMENTS VARCHAR(2000) DEFAULT '' NOT NULL;

-- Each session that opens looks for the one of the same machine.
CREATE INDEX AGENT_SESSION_MAC ON AGENT_SESSION (MAC);
