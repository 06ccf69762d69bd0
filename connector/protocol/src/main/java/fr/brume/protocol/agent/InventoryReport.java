package fr.brume.protocol.agent;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /agent/v1/inventory}: what the machine is made of.
 *
 * @param systemUuid SMBIOS type 1 UUID; empty when none
 * @param dmi the files of {@code /sys/class/dmi/id} by name ({@code sys_vendor}, {@code product_name}, ...)
 * @param firmware {@code BIOS} or {@code UEFI}
 * @param cpu model name of the processor
 * @param cores logical processors
 * @param memoryBytes of RAM
 * @param interfaces in order of the kernel
 * @param disks in a stable order
 */
public record InventoryReport(
        String systemUuid,
        Map<String, String> dmi,
        String firmware,
        String cpu,
        int cores,
        long memoryBytes,
        List<NetworkInterfaceReport> interfaces,
        List<DiskReport> disks) {
    /** The same of a machine whose UUID is not to be counted on. */
    public InventoryReport withoutUuid() {
        return new InventoryReport("", dmi, firmware, cpu, cores, memoryBytes, interfaces, disks);
    }
}
