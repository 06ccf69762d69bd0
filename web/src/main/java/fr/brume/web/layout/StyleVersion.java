package fr.brume.web.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Tells one style sheet from the next in its address: browsers keep it for days, and are to fetch the new one after an upgrade. */
@Named("style")
@ApplicationScoped
public class StyleVersion {
    private static final String SHEET = "/resources/brume/brume.css";

    @Inject
    private ServletContext context;

    private String version;

    @PostConstruct
    void read() throws IOException {
        try (InputStream sheet = context.getResourceAsStream(SHEET)) {
            version = of(sheet.readAllBytes());
        }
    }

    /** Eight hexadecimal digits that change with the sheet. */
    public String getVersion() {
        return version;
    }

    static String of(byte[] sheet) {
        CRC32 sum = new CRC32();
        sum.update(sheet);
        return "%08x".formatted(sum.getValue());
    }
}
