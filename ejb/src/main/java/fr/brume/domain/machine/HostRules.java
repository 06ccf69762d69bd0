package fr.brume.domain.machine;

import fr.brume.domain.Refusals;
import fr.brume.protocol.MacAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a host's values must look like; whether a name or an address is free is for the service to ask. */
public final class HostRules {
    /** NetBIOS names have 15 characters at most. */
    public static final int LONGEST_NAME = 15;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");
    /** Free texts. */
    public static final int LONGEST_TEXT = 255;

    private HostRules() {}

    /** Everything wrong with the look of this draft; fields are named as its components. */
    public static Refusals check(HostDraft draft) {
        Refusals refusals = new Refusals();
        checkName(draft.name(), refusals);
        if (draft.primaryMac().isEmpty()) {
            refusals.refuseIf(true, "primaryMac", "refusal.required");
        } else {
            checkMac("primaryMac", draft.primaryMac(), refusals);
        }
        draft.otherMacs().forEach(m -> checkMac("otherMacs", m, refusals));
        checkTwice(draft, refusals);
        refusals.longest("description", draft.description(), LONGEST_TEXT);
        checkTexts(draft.productKey(), draft.primaryDisk(), draft.kernelArguments(), refusals);
        checkExits(draft.biosExit(), draft.efiExit(), refusals);
        draft.labels().check(refusals);
        return refusals;
    }

    static void checkTexts(String productKey, String primaryDisk, String kernelArguments, Refusals refusals) {
        refusals.longest("productKey", productKey, LONGEST_TEXT);
        refusals.longest("primaryDisk", primaryDisk, LONGEST_TEXT);
        refusals.longest("kernelArguments", kernelArguments, LONGEST_TEXT);
        boolean printable = kernelArguments.chars().allMatch(c -> c >= ' ' && c < 127);
        refusals.refuseIf(!printable, "kernelArguments", "refusal.asciiOnly");
    }

    /** Null is the site's choice. */
    static void checkExits(ExitType bios, ExitType efi, Refusals refusals) {
        refusals.refuseIf(bios != null && !bios.onBios(), "biosExit", "refusal.exitType");
        refusals.refuseIf(efi != null && !efi.onEfi(), "efiExit", "refusal.exitType");
    }

    /** Whether a host may have this name. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    private static void checkName(String name, Refusals refusals) {
        if (name.isEmpty()) {
            refusals.refuseIf(true, "name", "refusal.required");
        } else if (name.length() > LONGEST_NAME) {
            refusals.refuseIf(true, "name", "refusal.hostName.tooLong", Integer.toString(name.length()));
        } else {
            refusals.refuseIf(!NAME.matcher(name).matches(), "name", "refusal.hostName.characters");
        }
    }

    private static void checkMac(String field, String spelled, Refusals refusals) {
        refusals.refuseIf(MacAddress.parse(spelled).isEmpty(), field, "refusal.mac", spelled);
    }

    private static void checkTwice(HostDraft draft, Refusals refusals) {
        HashSet<MacAddress> seen = new HashSet<>();
        for (MacAddress mac : macs(draft)) {
            refusals.refuseIf(!seen.add(mac), "otherMacs", "refusal.mac.twice", mac.text());
        }
    }

    /** The addresses that can be read, the primary one first. */
    public static List<MacAddress> macs(HostDraft draft) {
        List<String> spelled = new ArrayList<>(List.of(draft.primaryMac()));
        spelled.addAll(draft.otherMacs());
        return spelled.stream().flatMap(s -> MacAddress.parse(s).stream()).toList();
    }
}
