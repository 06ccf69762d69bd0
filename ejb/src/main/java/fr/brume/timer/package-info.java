/**
 * What happens at its time: scheduled tasks become due, silent machines are noticed, leftovers are cleared away. Only decides
 * when; what is done stands in the services, which it calls as {@code system}. Must not hold state that a restart may lose.
 */
package fr.brume.timer;
