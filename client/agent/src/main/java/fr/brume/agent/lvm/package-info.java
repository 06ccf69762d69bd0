/**
 * LVM without LVM's programs: finds physical volumes, reads the metadata of their group and says where on the disks each logical
 * volume lies, so that it is read and written as any partition. Uses the disk port; writes nothing.
 */
package fr.brume.agent.lvm;
