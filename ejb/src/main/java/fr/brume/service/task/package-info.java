/**
 * Use cases of tasks: ask for them, cancel them, list them; who is next; what a due or silent task becomes. May use domain and
 * audit; timers listen to its events.
 */
package fr.brume.service.task;
