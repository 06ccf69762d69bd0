-- Number of the version that somebody went back to, which is kept until a later one was in use; 0 for none.
ALTER TABLE IMAGE ADD COLUMN CHOSEN_NUMBER INT DEFAULT 0 NOT NULL;
