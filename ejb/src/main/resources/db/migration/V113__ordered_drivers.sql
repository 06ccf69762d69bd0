-- Which archives of drivers the order of a deploy named, as SET=DIGEST with blanks between: a set that is changed later changes no order.
ALTER TABLE TASK ADD COLUMN DRIVERS VARCHAR(1000) DEFAULT '' NOT NULL;
