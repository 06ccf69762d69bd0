package fr.brume.domain.machine;

import fr.brume.domain.Refusals;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** Who uses a host, and two free texts to find it by. Never null; not changed once made. */
@Embeddable
public class HostLabels {
    /** Nothing is known. */
    public static final HostLabels NONE = new HostLabels("", "", "");

    private static final int LONGEST = 255;

    @Column(name = "PRIMARY_USER")
    private String primaryUser = "";

    @Column(name = "TAG_1")
    private String tag1 = "";

    @Column(name = "TAG_2")
    private String tag2 = "";

    protected HostLabels() {}

    /** Null texts count as empty. */
    public HostLabels(String primaryUser, String tag1, String tag2) {
        this.primaryUser = stripped(primaryUser);
        this.tag1 = stripped(tag1);
        this.tag2 = stripped(tag2);
    }

    /** The same in an object of its own: what is stored belongs to one host. */
    HostLabels copy() {
        return new HostLabels(primaryUser, tag1, tag2);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    void check(Refusals refusals) {
        refusals.longest("primaryUser", primaryUser, LONGEST)
                .longest("tag1", tag1, LONGEST)
                .longest("tag2", tag2, LONGEST);
    }

    public String getPrimaryUser() {
        return primaryUser;
    }

    public String getTag1() {
        return tag1;
    }

    public String getTag2() {
        return tag2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostLabels labels
                && primaryUser.equals(labels.primaryUser)
                && tag1.equals(labels.tag1)
                && tag2.equals(labels.tag2);
    }

    @Override
    public int hashCode() {
        return Objects.hash(primaryUser, tag1, tag2);
    }
}
