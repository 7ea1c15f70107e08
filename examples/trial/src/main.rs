//! The demonstration application: a demonstration of the main job, the replay of a wholesaler's year, and a stream of every kind of act. It uses the
//! public API only.

mod books;
mod demo;
mod replay;
mod sales;
mod sample;
mod stream;
mod summary;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Try the embeddable CRM: without arguments, the main job on a sample company.
#[derive(Parser)]
#[command(name = "crm-trial", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Post a wholesaler's year from opening.xlsx, receipts.xlsx and sales.xlsx.
    Replay(ReplayArguments),
    /// Write an invented wholesaler's year, in the form that replay reads.
    Sample {
        /// Folder for the three workbooks; existing ones are not overwritten.
        dir: PathBuf,
        /// Sales documents to invent.
        #[arg(long, default_value_t = 500)]
        documents: u32,
    },
    /// Post a mixture of all documents, drawn from a seed; an interrupted stream resumes where it stopped.
    Stream(StreamArguments),
    /// Check every invariant of the books in a database that a replay or a stream filled.
    Verify {
        /// The database: a file, or the URL of a PostgreSQL database.
        #[arg(long)]
        db: books::Place,
        /// A journal written meanwhile: every document in it must be there.
        #[arg(long)]
        journal: Option<PathBuf>,
    },
}

/// Arguments of a replay.
#[derive(clap::Args)]
struct ReplayArguments {
    /// Folder with the three workbooks.
    dir: PathBuf,
    /// Database to post into, a file or the URL of a PostgreSQL database; an existing one is continued. None: a temporary file.
    #[arg(long)]
    db: Option<books::Place>,
    /// Stop before this day.
    #[arg(long)]
    until: Option<NaiveDate>,
    /// Days for the ageing of receivables, separated by commas.
    #[arg(long, value_delimiter = ',')]
    ageing: Vec<NaiveDate>,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// Risk losing the last commits at a power failure, for speed: `synchronous=NORMAL`.
    #[arg(long)]
    relaxed: bool,
    /// Append a line to this file for every document, once it is committed.
    #[arg(long)]
    journal: Option<PathBuf>,
    /// File for rejected rows, overwritten; none: next to a database file, otherwise the first are printed and no file is left.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// Arguments of a stream.
#[derive(clap::Args)]
struct StreamArguments {
    /// Database to post into, a file or the URL of a PostgreSQL database; an existing one is continued. None: a temporary file.
    #[arg(long)]
    db: Option<books::Place>,
    /// The same seed gives the same acts.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many acts.
    #[arg(long, default_value_t = 500)]
    acts: u32,
    /// Append a line to this file for every act, once it is committed.
    #[arg(long)]
    journal: Option<PathBuf>,
    /// Write every row, without ids, to this file.
    #[arg(long)]
    dump: Option<PathBuf>,
}

/// Any error that ends the program.
type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        None => demo::run().await,
        Some(Command::Replay(arguments)) => replay::run(arguments).await,
        Some(Command::Sample { dir, documents }) => sample::write(&dir, documents),
        Some(Command::Stream(arguments)) => stream::run(arguments).await,
        Some(Command::Verify { db, journal }) => replay::verify(&db, journal.as_deref()).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crm-trial: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  caused by: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}
