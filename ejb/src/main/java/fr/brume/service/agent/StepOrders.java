package fr.brume.service.agent;

import fr.brume.domain.driver.OrderedDrivers;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.driver.DriverSetService;
import fr.brume.service.image.DeployScriptService;
import fr.brume.service.machine.DomainJoinService;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says what a deploy changes in the system that it puts on a machine: what the host and the site want. */
@ApplicationScoped
public class StepOrders {
    @EJB
    SettingService settings;

    @EJB
    DeployScriptService scripts;

    @EJB
    DriverSetService drivers;

    @EJB
    DomainJoinService domains;

    /** @param seal of the session that gets the order */
    DeploySteps of(Task task, OrderSeal seal) throws FailureException {
        boolean naming = settings.is(SettingKey.DEPLOY_NAME);
        String name = naming ? task.getHost().getName() : "";
        Host host = task.getHost();
        List<DriverOrder> archives = drivers.orders(host.getInventory());
        task.order(OrderedDrivers.of(archives));
        return new DeploySteps(name, host.getProductKey(), archives, domains.order(host, seal), scripts.orders());
    }
}
