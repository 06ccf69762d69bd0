package fr.brume.service.agent;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What a machine must show before it gets a task: what its image says, else what the site says. A deploy that hands out the
 * account of the domain is always confirmed by somebody. Safe for threads.
 */
@ApplicationScoped
public class TaskTrust {
    @EJB
    SettingService settings;

    TrustLevel of(Task task) {
        Host host = task.getHost();
        if (task.getType() == TaskType.DEPLOY && host != null && host.isJoining()) {
            return TrustLevel.CONFIRMED;
        }
        return Optional.ofNullable(task.getImage())
                .map(Image::getTrust)
                .orElseGet(() -> TrustLevel.valueOf(settings.get(SettingKey.TASK_TRUST)));
    }
}
