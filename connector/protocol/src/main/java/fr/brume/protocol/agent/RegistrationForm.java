package fr.brume.protocol.agent;

import java.util.List;

/**
 * {@code POST /agent/v1/registration/form} with the inventory: what a machine asks before it registers itself in full. Where a
 * login is required it is empty, until it is asked again under {@code /agent/v1/user/}.
 *
 * @param hostName the host that this machine is already; empty for none
 * @param suggestedName the name it would get without a question
 * @param images that can be assigned, by name
 * @param usualImage the one to propose; 0 for none
 * @param loginRequired whether a person must log in first
 * @param groups that the host can be put into, by name; a server that knows none leaves them out
 * @param usualGroup the one to propose; 0 for none
 */
public record RegistrationForm(
        String hostName,
        String suggestedName,
        List<ImageChoice> images,
        long usualImage,
        boolean loginRequired,
        List<GroupChoice> groups,
        long usualGroup) {
    public RegistrationForm {
        groups = groups == null ? List.of() : groups;
    }
}
