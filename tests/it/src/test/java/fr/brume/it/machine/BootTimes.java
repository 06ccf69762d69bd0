package fr.brume.it.machine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How long a server took for its boot scripts: its own journal, read from the H2 file of a server that has ended. */
record BootTimes(List<Integer> milliseconds) {
    private static final String SCRIPTS = "SELECT MILLIS FROM BOOT_EVENT"
            + " WHERE PROTOCOL = 'HTTP' AND ANSWER IN ('MENU', 'ENVIRONMENT') AND MAC LIKE ? ORDER BY MILLIS";

    /** Those of the machines whose MAC address begins so. */
    static BootTimes of(Path home, String machines) throws SQLException {
        String url = "jdbc:h2:file:" + home.resolve("db/brume");
        try (Connection connection = DriverManager.getConnection(url, "brume", "brume");
                PreparedStatement query = connection.prepareStatement(SCRIPTS)) {
            query.setString(1, machines + "%");
            ResultSet rows = query.executeQuery();
            List<Integer> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getInt(1));
            }
            return new BootTimes(all);
        }
    }

    int count() {
        return milliseconds.size();
    }

    /** The time that this part of all scripts did not exceed. */
    int percentile(double part) {
        return milliseconds.get((int) Math.ceil(part * count()) - 1);
    }
}
