package fr.brume.boot.rendering;

import fr.brume.boot.plan.BootPlan;

/** Says a plan in a loader's own language. Pure; the same plan always gives the same text, lines ended by a line feed. */
public interface Rendering {
    /** The menu. */
    String menu(BootPlan.Menu menu);

    /**
     * The imaging environment with the ticket of this boot.
     *
     * @param ticketId public id of the ticket
     */
    String environment(BootPlan.LoadEnvironment plan, String ticketId);

    /** The test of memory. */
    String memtest();

    /**
     * This plan.
     *
     * @param ticketId of a ticket for the plan, see {@link BootPlan.LoadEnvironment}; not looked at for another plan
     */
    default String render(BootPlan plan, String ticketId) {
        if (plan instanceof BootPlan.Menu shown) {
            return menu(shown);
        }
        return plan instanceof BootPlan.LoadEnvironment load ? environment(load, ticketId) : memtest();
    }
}
