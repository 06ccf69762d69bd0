-- The boot menu: FOG's entries with FOG's numbers, in FOG's order, and those that a site adds (FUNCTION_ID 0).
-- Empty labels of FOG's entries stand for the texts of the loaders' screens, in the site's language.
-- PLACE leaves gaps, so that a later version can put an entry where FOG has it.

CREATE TABLE BOOT_MENU_ENTRY (
    ID BIGINT NOT NULL,
    LOCK_VERSION BIGINT NOT NULL,
    ITEM VARCHAR(32) NOT NULL,
    FUNCTION_ID INT NOT NULL,
    LABEL_FR VARCHAR(60) NOT NULL,
    LABEL_EN VARCHAR(60) NOT NULL,
    SHOWN_WITH INT NOT NULL,
    IPXE_LINES VARCHAR(4000) NOT NULL,
    GRUB_LINES VARCHAR(4000) NOT NULL,
    BOOT_ARGUMENTS VARCHAR(255) NOT NULL,
    HOT_KEY VARCHAR(1) NOT NULL,
    PLACE INT NOT NULL,
    IS_ENABLED BOOLEAN NOT NULL,
    IS_DEFAULT BOOLEAN NOT NULL,
    PRIMARY KEY (ID),
    CONSTRAINT BOOT_MENU_ENTRY_ITEM UNIQUE (ITEM)
) ${tableOptions};

INSERT INTO BOOT_MENU_ENTRY (ID, LOCK_VERSION, ITEM, FUNCTION_ID, LABEL_FR, LABEL_EN, SHOWN_WITH, IPXE_LINES, GRUB_LINES,
    BOOT_ARGUMENTS, HOT_KEY, PLACE, IS_ENABLED, IS_DEFAULT) VALUES
    (1, 1, 'fog.local', 1, '', '', 2, '', '', '', '', 10, TRUE, TRUE),
    (2, 1, 'fog.memtest', 2, '', '', 2, '', '', '', '', 20, TRUE, FALSE),
    (3, 1, 'fog.reginput', 3, '', '', 0, '', '', '', '', 30, TRUE, FALSE),
    (4, 1, 'fog.keyreg', 4, '', '', 1, '', '', '', '', 40, TRUE, FALSE),
    (5, 1, 'fog.reg', 5, '', '', 0, '', '', '', '', 50, TRUE, FALSE),
    (6, 1, 'fog.deployimage', 6, '', '', 2, '', '', '', '', 60, TRUE, FALSE),
    (8, 1, 'fog.quickdel', 8, '', '', 1, '', '', '', '', 80, TRUE, FALSE),
    (9, 1, 'fog.sysinfo', 9, '', '', 2, '', '', '', '', 90, TRUE, FALSE),
    (10, 1, 'fog.debug', 10, '', '', 3, '', '', '', '', 100, TRUE, FALSE),
    (13, 1, 'fog.approvehost', 13, '', '', 6, '', '', '', '', 130, TRUE, FALSE);
-- Numbers up to 50 are kept for entries that later versions bring along.
INSERT INTO ID_SOURCE (SEQ_NAME, SEQ_COUNT) VALUES ('BOOT_MENU_ENTRY', 50);
