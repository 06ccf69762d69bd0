package fr.brume.domain.machine;

import fr.brume.domain.IdSource;
import fr.brume.protocol.MacAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

/** One network interface of a host. An address belongs to one host in the whole table. */
@Entity
@Table(name = "HOST_MAC")
public class HostMac {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "HOST_MAC")
    @TableGenerator(
            name = "HOST_MAC",
            table = IdSource.TABLE,
            pkColumnValue = "HOST_MAC",
            allocationSize = IdSource.STEP)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "HOST_ID")
    private Host host;

    @Column(name = "MAC")
    private String mac;

    @Column(name = "IS_PRIMARY")
    private boolean primary;

    @Column(name = "IGNORE_IMAGING")
    private boolean ignoreImaging;

    @Column(name = "IS_PENDING")
    private boolean pending;

    protected HostMac() {}

    HostMac(Host host, MacAddress mac, boolean primary) {
        this.host = host;
        this.mac = mac.text();
        this.primary = primary;
    }

    public Long getId() {
        return id;
    }

    public Host getHost() {
        return host;
    }

    public MacAddress getMac() {
        return new MacAddress(mac);
    }

    public boolean isPrimary() {
        return primary;
    }

    /** What the address says of the machine that boots by it. */
    public MacStanding getStanding() {
        return pending ? MacStanding.PENDING : ignoreImaging ? MacStanding.SHARED : MacStanding.OWN;
    }

    /** Whether the adapter goes from machine to machine: FOG's "ignore for imaging". A boot by it starts no waiting task. */
    public boolean isIgnoreImaging() {
        return ignoreImaging;
    }

    /** Marks the adapter as one that goes from machine to machine, or no longer. Either way somebody has looked at it. */
    public void ignoreImaging(boolean ignore) {
        ignoreImaging = ignore;
        pending = false;
    }

    /** Whether the machine booted by it and nobody accepted it yet. */
    public boolean isPending() {
        return pending;
    }

    void hold() {
        pending = true;
    }

    /** It belongs to the host. */
    public void approve() {
        pending = false;
    }

    void setPrimary(boolean primary) {
        this.primary = primary;
    }
}
