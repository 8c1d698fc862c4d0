//! Events as servers of all makes send them are read, and written back without a loss: reconstructions of real ones
//! where they are at hand, and events of our own everywhere.

mod own;
mod read;
mod reported;
