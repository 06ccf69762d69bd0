/**
 * What machines are given while they start: files of the boot folder, scripts of their plan, tickets. May use domain, boot,
 * and the services of machines, tasks, settings and audit; everything is called in the role of the system.
 */
package fr.brume.service.boot;
