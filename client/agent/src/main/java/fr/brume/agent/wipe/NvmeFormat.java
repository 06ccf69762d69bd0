package fr.brume.agent.wipe;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;

/** Format NVM with user data erase (NVM Express base specification 2.0, 5.14), which keeps the sector size. */
final class NvmeFormat implements SelfErasure {
    private final Tools tools;

    NvmeFormat(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "NVMe Format";
    }

    @Override
    public boolean suits(DiskReport disk) {
        return disk.device().startsWith("/dev/nvme");
    }

    @Override
    public Optional<String> erase(DiskReport disk, WipeMode mode) throws FailureException {
        ToolResult result = tools.run("nvme", "format", "--ses=1", "--force", disk.device());
        return result.exitCode() == 0 ? Optional.empty() : Optional.of(result.lastLine());
    }
}
