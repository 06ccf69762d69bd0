-- How fast a node may serve, in megabits per second; 0 for no limit.
ALTER TABLE STORAGE_NODE ADD COLUMN MEGABITS INT DEFAULT 0 NOT NULL;
