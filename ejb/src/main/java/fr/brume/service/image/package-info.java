/** Use cases of images and their versions. May use domain, audit; tells by events what is to vanish from the disk. */
package fr.brume.service.image;
