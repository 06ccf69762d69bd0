package fr.brume.service.agent;

import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.service.driver.DriverSetService;
import fr.brume.service.image.DeployScriptService;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what a deploy changes in the system that it puts on a machine: what the host and the site want. */
@ApplicationScoped
public class StepOrders {
    @EJB
    SettingService settings;

    @EJB
    DeployScriptService scripts;

    @EJB
    DriverSetService drivers;

    DeploySteps of(Task task) {
        boolean naming = settings.is(SettingKey.DEPLOY_NAME);
        String name = naming ? task.getHost().getName() : "";
        Host host = task.getHost();
        return new DeploySteps(name, host.getProductKey(), drivers.orders(host.getInventory()), scripts.orders());
    }
}
