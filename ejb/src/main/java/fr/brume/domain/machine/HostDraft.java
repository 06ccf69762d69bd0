package fr.brume.domain.machine;

import java.util.List;

/**
 * A host as somebody typed it. Null texts count as empty.
 *
 * @param name 1 to 15 letters, digits and dashes
 * @param description free text
 * @param primaryMac in any usual spelling
 * @param otherMacs of the further interfaces, in any usual spelling
 * @param imageId image assigned; null for none
 * @param productKey free text
 * @param primaryDisk device, or serial or size of the disk to image; empty for the first
 * @param biosExit null for the site's choice
 * @param efiExit null for the site's choice
 * @param kernelArguments added to the kernel line
 * @param labels who uses it, and free texts; null for none
 */
public record HostDraft(
        String name,
        String description,
        String primaryMac,
        List<String> otherMacs,
        Long imageId,
        String productKey,
        String primaryDisk,
        ExitType biosExit,
        ExitType efiExit,
        String kernelArguments,
        HostLabels labels) {
    public HostDraft {
        name = stripped(name);
        description = stripped(description);
        primaryMac = stripped(primaryMac);
        otherMacs = otherMacs == null
                ? List.of()
                : otherMacs.stream()
                        .map(HostDraft::stripped)
                        .filter(m -> !m.isEmpty())
                        .toList();
        productKey = stripped(productKey);
        primaryDisk = stripped(primaryDisk);
        kernelArguments = stripped(kernelArguments);
        labels = labels == null ? HostLabels.NONE : labels;
    }

    /** A draft without labels. */
    public HostDraft(
            String name,
            String description,
            String primaryMac,
            List<String> otherMacs,
            Long imageId,
            String productKey,
            String primaryDisk,
            ExitType biosExit,
            ExitType efiExit,
            String kernelArguments) {
        this(
                name,
                description,
                primaryMac,
                otherMacs,
                imageId,
                productKey,
                primaryDisk,
                biosExit,
                efiExit,
                kernelArguments,
                HostLabels.NONE);
    }

    /** A draft with the four things that the tutorial sets. */
    public static HostDraft of(String name, String description, String primaryMac, Long imageId) {
        return new HostDraft(name, description, primaryMac, List.of(), imageId, "", "", null, null, "");
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
