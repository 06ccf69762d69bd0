/**
 * How the server looks to a machine: its address, its key, how it lets machines go on to their disk. May use settings.
 */
package fr.brume.service.boot.site;
