package fr.brume.protocol.agent;

/**
 * {@code POST /agent/v1/registration} and, to check without doing anything, {@code /agent/v1/registration/check}.
 *
 * @param name of the host, 1 to 15 characters
 * @param imageId image to assign; 0 for none
 * @param productKey of its Windows; may be empty
 * @param primaryUser who uses it; may be empty
 * @param tag1 free text
 * @param tag2 free text
 * @param inventory of the machine; null when only checked
 * @param groupId group to put the host into; 0 for none
 */
public record RegistrationRequest(
        String name,
        long imageId,
        String productKey,
        String primaryUser,
        String tag1,
        String tag2,
        InventoryReport inventory,
        long groupId) {}
