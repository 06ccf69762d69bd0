package fr.brume.protocol.agent;

/** Why a machine was started with the agent. */
public enum Purpose {
    REGISTER,
    SYSTEM_INFORMATION,
    TASK
}
