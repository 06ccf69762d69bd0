package fr.brume.domain.machine;

import fr.brume.domain.NameKey;
import fr.brume.domain.image.Image;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A machine that Brume knows. Its MAC addresses and system UUID say which machine boots; the name is unique whatever its case.
 * Values are checked before they come here ({@link HostRules}).
 */
@Entity
@Table(name = "HOST")
public class Host extends HostRecord {
    /** Interfaces of one host that may wait for approval. */
    public static final int MOST_PENDING_MACS = 4;

    protected Host() {}

    public Host(String name, MacAddress primaryMac, String createdBy, Instant created) {
        rename(name);
        macs.add(new HostMac(this, primaryMac, true));
        this.createdBy = createdBy;
        this.created = created;
    }

    /** Takes over everything but the addresses and the image. */
    public void edit(HostDraft draft) {
        rename(draft.name());
        description = draft.description();
        productKey = draft.productKey();
        primaryDisk = draft.primaryDisk();
        biosExit = draft.biosExit();
        efiExit = draft.efiExit();
        kernelArguments = draft.kernelArguments();
        labels = draft.labels().copy();
    }

    public void changeProductKey(String key) {
        productKey = key;
    }

    /** Its deployed system joins the domain of the site, or does not. */
    public void join(boolean on) {
        joining = on;
    }

    private void rename(String newName) {
        name = newName;
        nameKey = NameKey.of(newName);
    }

    public void assign(Image newImage) {
        image = newImage;
    }

    /** Makes these the accepted addresses of the host; rows of those that stay are kept, and so are those that wait. */
    public void setMacs(MacAddress primary, List<MacAddress> others) {
        macs.removeIf(m -> !m.isPending() && !m.getMac().equals(primary) && !others.contains(m.getMac()));
        addMac(primary);
        others.forEach(this::addMac);
        macs.forEach(m -> m.setPrimary(m.getMac().equals(primary)));
    }

    /** Accepts an interface of this machine; does nothing when the host has it. */
    public void addMac(MacAddress mac) {
        find(mac).ifPresentOrElse(HostMac::approve, () -> macs.add(new HostMac(this, mac, false)));
    }

    /**
     * Notes an interface that a machine of this host's UUID booted by and that nobody accepted yet.
     *
     * @return whether it is new; false too when {@value #MOST_PENDING_MACS} wait already
     */
    public boolean proposeMac(MacAddress mac) {
        long waiting = macs.stream().filter(HostMac::isPending).count();
        if (find(mac).isPresent() || waiting >= MOST_PENDING_MACS) {
            return false;
        }
        HostMac proposed = new HostMac(this, mac, false);
        proposed.hold();
        macs.add(proposed);
        return true;
    }

    /** Gives an address up. The primary one stays. */
    public void removeMac(MacAddress mac) {
        macs.removeIf(m -> m.getMac().equals(mac) && !m.isPrimary());
    }

    /** The row of this address; empty when the host does not have it. */
    public Optional<HostMac> find(MacAddress mac) {
        return macs.stream().filter(m -> m.getMac().equals(mac)).findFirst();
    }

    /**
     * Takes what the machine reported. Its UUID too, unless the host has another one that tells machines apart: who has only the
     * address of a host cannot become it.
     */
    public void report(InventoryReport report, Instant at) {
        inventory = new Inventory(new InventoryFacts(report), at);
        String uuid = Objects.requireNonNullElse(report.systemUuid(), "").toLowerCase(Locale.ROOT);
        if (!uuid.isEmpty() && uuid.length() <= 36 && !MachineUuid.differ(systemUuid, uuid)) {
            systemUuid = uuid;
        }
    }

    /** The mainboard was replaced: the next machine with one of the addresses says its UUID anew. */
    public void forgetUuid() {
        systemUuid = "";
    }

    /** It is known, and gets no task until somebody approves it. */
    public void hold() {
        state = HostState.PENDING;
    }

    public void approve() {
        state = HostState.APPROVED;
    }

    public void deployed(Instant at) {
        lastDeployed = at;
    }
}
