package fr.brume.domain.machine;

import fr.brume.domain.Refusals;
import java.util.Set;

/**
 * What is to be written to all hosts of a group, as somebody typed it. Null texts count as empty; what is not chosen is left as it
 * is, whatever stands here.
 *
 * @param chosen which of the rest is meant
 * @param imageId image assigned; null for none
 * @param productKey free text
 * @param primaryDisk disk to image; empty for the first
 * @param biosExit null for the site's choice
 * @param efiExit null for the site's choice
 * @param kernelArguments added to the kernel line
 */
public record GroupSettings(
        Set<Field> chosen,
        Long imageId,
        String productKey,
        String primaryDisk,
        ExitType biosExit,
        ExitType efiExit,
        String kernelArguments) {
    /** What can be written. */
    public enum Field {
        IMAGE("image", "image"),
        PRODUCT_KEY("productKey", "product key"),
        PRIMARY_DISK("primaryDisk", "primary disk"),
        BIOS_EXIT("biosExit", "BIOS exit"),
        EFI_EXIT("efiExit", "EFI exit"),
        KERNEL_ARGUMENTS("kernelArguments", "kernel arguments");

        private final String attribute;
        private final String words;

        Field(String attribute, String words) {
            this.attribute = attribute;
            this.words = words;
        }

        /** Of a host. */
        public String attribute() {
            return attribute;
        }

        /** For the audit trail. */
        public String words() {
            return words;
        }
    }

    public GroupSettings {
        chosen = Set.copyOf(chosen);
        productKey = productKey == null ? "" : productKey.strip();
        primaryDisk = primaryDisk == null ? "" : primaryDisk.strip();
        kernelArguments = kernelArguments == null ? "" : kernelArguments.strip();
    }

    public boolean has(Field field) {
        return chosen.contains(field);
    }

    /** Everything wrong with the look of what is chosen; fields are named as the components. */
    public Refusals check() {
        Refusals refusals = new Refusals().refuseIf(chosen.isEmpty(), "", "refusal.group.nothingChosen");
        HostRules.checkTexts(
                has(Field.PRODUCT_KEY) ? productKey : "",
                has(Field.PRIMARY_DISK) ? primaryDisk : "",
                has(Field.KERNEL_ARGUMENTS) ? kernelArguments : "",
                refusals);
        HostRules.checkExits(has(Field.BIOS_EXIT) ? biosExit : null, has(Field.EFI_EXIT) ? efiExit : null, refusals);
        return refusals;
    }
}
