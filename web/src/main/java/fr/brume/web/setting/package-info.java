/** The settings of the site, and what pages of settings share: values by the names of their inputs. May use services; knows no other page. */
package fr.brume.web.setting;
