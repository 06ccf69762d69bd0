/** Pages of tasks: start, watch, cancel, look back. May use the services of tasks and machines; decides nothing itself. */
package fr.brume.web.task;
