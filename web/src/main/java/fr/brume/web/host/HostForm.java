package fr.brume.web.host;

import fr.brume.domain.image.Image;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.HostLabels;
import fr.brume.domain.machine.HostMac;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody types about a host. */
@SuppressWarnings("serial") // detached entities live as long as the view
public class HostForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Image> images;
    private String name;
    private String description;
    private String primaryMac;
    private String otherMacs;
    private Long imageId;
    private String productKey;
    private String primaryDisk;
    private ExitType biosExit;
    private ExitType efiExit;
    private String kernelArguments;
    private String primaryUser;
    private String tag1;
    private String tag2;

    /** An empty form. */
    public HostForm(List<Image> images) {
        this.images = images;
    }

    /** A form with what the host has. */
    public HostForm(Host host, List<Image> images) {
        this(images);
        name = host.getName();
        description = host.getDescription();
        primaryMac = host.getPrimaryMac().text();
        otherMacs = host.getMacs().stream()
                .filter(mac -> !mac.isPrimary() && !mac.isPending())
                .map(HostMac::getMac)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        imageId = host.getImage() == null ? null : host.getImage().getId();
        productKey = host.getProductKey();
        primaryDisk = host.getPrimaryDisk();
        biosExit = host.getBiosExit();
        efiExit = host.getEfiExit();
        kernelArguments = host.getKernelArguments();
        primaryUser = host.getLabels().getPrimaryUser();
        tag1 = host.getLabels().getTag1();
        tag2 = host.getLabels().getTag2();
    }

    /** What was typed, for the service to judge. */
    public HostDraft draft() {
        List<String> others = otherMacs == null ? List.of() : Arrays.asList(otherMacs.split("[\\s,;]+"));
        return new HostDraft(
                name,
                description,
                primaryMac,
                others,
                imageId,
                productKey,
                primaryDisk,
                biosExit,
                efiExit,
                kernelArguments,
                new HostLabels(primaryUser, tag1, tag2));
    }

    public List<Image> getImages() {
        return images;
    }

    public List<ExitType> getBiosExits() {
        return ExitType.forBios();
    }

    public List<ExitType> getEfiExits() {
        return ExitType.forEfi();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getPrimaryMac() {
        return primaryMac;
    }

    public void setPrimaryMac(String primaryMac) {
        this.primaryMac = primaryMac;
    }

    public String getOtherMacs() {
        return otherMacs;
    }

    public void setOtherMacs(String otherMacs) {
        this.otherMacs = otherMacs;
    }

    public Long getImageId() {
        return imageId;
    }

    public void setImageId(Long imageId) {
        this.imageId = imageId;
    }

    public String getProductKey() {
        return productKey;
    }

    public void setProductKey(String productKey) {
        this.productKey = productKey;
    }

    public String getPrimaryDisk() {
        return primaryDisk;
    }

    public void setPrimaryDisk(String primaryDisk) {
        this.primaryDisk = primaryDisk;
    }

    public ExitType getBiosExit() {
        return biosExit;
    }

    public void setBiosExit(ExitType biosExit) {
        this.biosExit = biosExit;
    }

    public ExitType getEfiExit() {
        return efiExit;
    }

    public void setEfiExit(ExitType efiExit) {
        this.efiExit = efiExit;
    }

    public String getKernelArguments() {
        return kernelArguments;
    }

    public void setKernelArguments(String kernelArguments) {
        this.kernelArguments = kernelArguments;
    }

    public String getPrimaryUser() {
        return primaryUser;
    }

    public void setPrimaryUser(String primaryUser) {
        this.primaryUser = primaryUser;
    }

    public String getTag1() {
        return tag1;
    }

    public void setTag1(String tag1) {
        this.tag1 = tag1;
    }

    public String getTag2() {
        return tag2;
    }

    public void setTag2(String tag2) {
        this.tag2 = tag2;
    }
}
