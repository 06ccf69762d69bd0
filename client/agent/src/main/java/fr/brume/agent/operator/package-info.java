/**
 * What a person does at the machine: log in, register it in full, change its product key, deploy an image, delete the host,
 * get a shell, let a waiting host in, confirm a task. Uses questions, server and the activities of {@code fr.brume.agent.task}; draws nothing itself.
 */
package fr.brume.agent.operator;
