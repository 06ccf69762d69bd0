/**
 * What loaders fetch over HTTP, under {@code /boot}: scripts, tickets and files. Nobody logs in here, so every request is short
 * and their rate is limited. May use {@code fr.brume.service.boot} only.
 */
package fr.brume.web.boot;
