package fr.brume.protocol.agent;

/** Why a machine was started with the agent. Names are stored with tickets and sessions: they never change. */
public enum Purpose {
    /** Registration without a question. */
    REGISTER,
    SYSTEM_INFORMATION,
    TASK,
    /** Registration with name, image and the rest typed on the machine. */
    FULL_REGISTRATION,
    PRODUCT_KEY,
    DEPLOY_IMAGE,
    QUICK_DELETE,
    DEBUG,
    /** Lets a machine in that waits for approval. */
    APPROVE
}
